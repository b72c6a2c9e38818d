import { jwtVerify, SignJWT } from "jose";

export const ACCESS_TOKEN_SECONDS = 600;

/** Whom a request acts for. */
export interface SignedIn {
  id: string;
  sessionId: string;
}

/** Signs a token that is good for ten minutes and needs no look-up. */
export function signAccessToken({ id, sessionId }: SignedIn, secret: Uint8Array, now: number): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
    .setSubject(id)
    .setIssuer("groundwork")
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ACCESS_TOKEN_SECONDS)
    .sign(secret);
}

/** Who a token stands for; undefined when it is forged, expired, or no token of ours. */
export async function readAccessToken(token: string, secret: Uint8Array, now: number): Promise<SignedIn | undefined> {
  try {
    const { payload } = await jwtVerify<{ sid: string }>(token, secret, {
      algorithms: ["HS256"],
      issuer: "groundwork",
      typ: "at+jwt",
      requiredClaims: ["sub", "exp", "sid"],
      currentDate: new Date(now),
    });
    return { id: payload.sub!, sessionId: payload.sid };
  } catch {
    return undefined;
  }
}
