/** Digits, capitals, small letters: the alphabet of {@link encode}, in ASCII order. */
export const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Base 62 without the characters that look alike in some typeface: no 0 O o, 1 I l, 2 Z z, 5 S s. For codes read by eye. */
export const UNAMBIGUOUS = "346789ABCDEFGHJKLMNPQRTUVWXYabcdefghijkmnpqrtuvwxy";

/** Crockford's base 32: no I, L, O, U. With `ignoreCase` for codes that are spoken or typed. */
export const CROCKFORD32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
