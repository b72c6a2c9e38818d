const policy = { key: "Content-Security-Policy", value: "style-src 'self'" };

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  turbopack: { root: import.meta.dirname },
  // The server for developers styles its own overlay.
  headers: () => (process.env.NODE_ENV === "production" ? [{ source: "/:path*", headers: [policy] }] : []),
};
