export { Dialog, type DialogProps } from "./Dialog.tsx";
export type { DialogOptions } from "./DialogFrame.tsx";
export { type DialogOpener, dialogOpener } from "./dialog-opener.ts";
