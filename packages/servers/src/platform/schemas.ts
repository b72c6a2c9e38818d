import { type TInteger, type TObject, type TString, type TUnsafe, Type } from "typebox";
import type { ProblemDetails } from "./problem.ts";

/** A schema whose values are of type `T`; objects that carry a `title` become named components of the document. */
export type Schema<T> = TUnsafe<T>;

/** A closed object: a property that it does not name is refused, not dropped. */
export function closed<P extends Parameters<typeof Type.Object>[0]>(properties: P, title?: string): TObject<P> {
  return Type.Object(properties, { additionalProperties: false, ...(title ? { title } : {}) });
}

/** Text that people wrote: not blank, and without the NUL that Postgres does not store. */
export function text(maxLength: number): TString {
  return Type.String({ minLength: 1, maxLength, pattern: "^(?=[^]*\\S)[^\\u0000]*$" });
}

export function id(): TString {
  return Type.String({ format: "uuid", maxLength: 36 });
}

/** An opaque secret from a link. */
export function secret(): TString {
  return Type.String({ minLength: 43, maxLength: 43, pattern: "^[A-Za-z0-9_-]+$" });
}

export function email(): TString {
  return Type.String({ format: "email", minLength: 3, maxLength: 254, pattern: "^[^\\s\\u0000]+$" });
}

export function time(): TString {
  return Type.String({ format: "date-time" });
}

export function date(): TString {
  return Type.String({ format: "date" });
}

/** How many rows a page holds. */
export function pageSize(): TInteger {
  return Type.Integer({ minimum: 1, maximum: 100, default: 50 });
}

export function problemSchema(): Schema<ProblemDetails> {
  return Type.Unsafe<ProblemDetails>(
    Type.Object(
      {
        type: Type.String(),
        title: Type.String(),
        status: Type.Integer(),
        code: Type.String({ description: "The last part of `type`, to branch on." }),
        detail: Type.String(),
        expected: Type.Optional(Type.Number()),
        got: Type.Optional(Type.Number()),
        difference: Type.Optional(Type.Number({ description: "`expected` − `got`." })),
        errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }))),
      },
      { title: "Problem" },
    ),
  );
}
