"use client";
import { type Context, createContext } from "react";

/** Whether a Toolbar moves the focus among what is rendered here; then groups within it do not. */
export const InToolbar: Context<boolean> = /* @__PURE__ */ createContext(false);
