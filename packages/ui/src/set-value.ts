/** Sets an input's value as typing would: React hears `onChange`, and a controlled input may refuse. */
export function setValue(input: HTMLInputElement, value: string): void {
  // React shadows `value` on the element itself; the prototype's setter goes past it.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value")!.set!.call(input, value);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
