export { createToaster, type ToastEntry, type ToasterStore, type ToastOptions } from "./create-toaster.ts";
export { Toaster, type ToasterProps } from "./Toaster.tsx";
