"use client";
import "./Form.css";
import { type ComponentProps, type JSX, type SyntheticEvent, useEffect, useImperativeHandle, useRef } from "react";
import { classNames } from "../class-names.ts";
import { clearFields, fieldMessage, isShown, showInField } from "./field-message.ts";

export interface FormProps extends ComponentProps<"form"> {
  /**
   * What the server answered, by field name: shown in the fields, the first of which gets focus; each goes away when
   * its field is edited. Give a new object with each answer and the same one between, as `useActionState` does.
   */
  errors?: Readonly<Record<string, string | readonly string[] | undefined>> | undefined;
}

/**
 * A native `<form>` whose fields show what is wrong beside them instead of in the browser's bubble.
 *
 * Native validity is shown when a field is left or the form submitted, follows each correction, and goes at reset. An
 * invalid form is not submitted: its first invalid control gets focus. Works with any control inside an element with
 * `data-field` that holds one with `data-error`; other controls keep the browser's bubble. Before hydration the
 * browser validates. `action`, `onSubmit`, `ref` and all else reach the `<form>`.
 *
 * @example
 * ```tsx no-run
 * const [state, action] = useActionState(signUp, {});
 * <Form action={action} errors={state.errors}>
 *   <TextField label="E-mail" name="email" type="email" required />
 *   <Button type="submit">Sign up</Button>
 * </Form>
 * ```
 */
export function Form({
  errors,
  className,
  ref,
  onSubmit,
  onReset,
  onInvalidCapture,
  onBlur,
  onChange,
  ...props
}: FormProps): JSX.Element {
  const own = useRef<HTMLFormElement>(null);
  useImperativeHandle(ref, () => own.current!);

  useEffect(() => {
    own.current!.noValidate = !props.noValidate || own.current!.noValidate;
  }, [props.noValidate]);

  useEffect(() => {
    const shown = [...own.current!.elements].filter((control) => {
      const name = (control as HTMLInputElement).name;
      const answer = errors && name && Object.hasOwn(errors, name) && errors[name];
      if (answer) showInField(control, ([] as string[]).concat(answer).join(" "));
      return answer;
    });
    (shown[0] as HTMLElement | undefined)?.focus();
    return () => {
      for (const control of shown) showInField(control, "");
    };
  }, [errors]);

  const check = (event: SyntheticEvent) =>
    showInField(event.target as Element, fieldMessage(event.target as HTMLInputElement));

  return (
    <form
      {...props}
      ref={own}
      className={classNames("gw-form", className)}
      onSubmit={(event) => {
        const form = event.currentTarget;
        const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
        if (props.noValidate || submitter?.formNoValidate || form.checkValidity()) return onSubmit?.(event);
        event.preventDefault();
        const first = form.querySelector<HTMLInputElement>(":invalid:not(fieldset)");
        if (first && isShown(first)) first.focus();
        else first?.reportValidity();
      }}
      onReset={(event) => {
        clearFields(event.currentTarget);
        onReset?.(event);
      }}
      onInvalidCapture={(event) => {
        check(event);
        onInvalidCapture?.(event);
      }}
      onBlur={(event) => {
        if (event.target.matches(":user-invalid")) check(event);
        onBlur?.(event);
      }}
      onChange={(event) => {
        onChange?.(event);
        if (isShown(event.target as unknown as Element)) check(event);
      }}
    />
  );
}
