import "./Accordion.css";
import { type ComponentProps, type JSX, useId } from "react";
import { classNames } from "../class-names.ts";
import { Disclosure, type DisclosureProps } from "../Disclosure/Disclosure.tsx";

export interface AccordionItem extends DisclosureProps {
  /** Its key, and the `id` of its element. */
  id: string;
}

export interface AccordionProps extends Omit<ComponentProps<"div">, "children"> {
  items: readonly AccordionItem[];
  /** At most one is open at a time. */
  exclusive?: boolean | undefined;
}

/**
 * Sections that open and close: native `<details>`, which work before hydration. `exclusive` is the browser's own
 * (`name`). Each item takes the props of a Disclosure, `open` and `onToggle` among them.
 *
 * @example
 * ```tsx no-run
 * <Accordion exclusive items={[{ id: "delivery", title: "Delivery", children: "Two to three days." }]} />
 * ```
 */
export function Accordion({ items, exclusive, className, ...props }: AccordionProps): JSX.Element {
  const name = useId();
  return (
    <div {...props} className={classNames("gw-accordion", className)}>
      {items.map((item) => (
        <Disclosure key={item.id} name={exclusive ? name : undefined} {...item} />
      ))}
    </div>
  );
}
