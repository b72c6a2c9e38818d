import { Button } from "@groundwork/ui";
import { expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, mount, press } from "./harness.tsx";

it("clicks by Enter and by Space, and does not submit unless told to", async () => {
  const click = vi.fn();
  const submit = vi.fn((event) => event.preventDefault());
  mount(
    <form onSubmit={submit}>
      <Button onClick={click}>Plain</Button>
      <Button type="submit">Send</Button>
    </form>,
  );
  await press("Tab", "Enter", " ");
  expect(focused()).toBe("Plain");
  expect(click).toHaveBeenCalledTimes(2);
  expect(submit).not.toHaveBeenCalled();
  await press("Tab", "Enter");
  expect(submit).toHaveBeenCalledTimes(1);
});

it("keeps focus and name while pending, and neither clicks nor submits", async () => {
  const click = vi.fn();
  const submit = vi.fn((event) => event.preventDefault());
  const form = (pending: boolean) => (
    <form onSubmit={submit}>
      <Button type="submit" onClick={click} pending={pending}>
        Send
      </Button>
    </form>
  );
  const { rerender, get } = mount(form(false));
  await press("Tab");
  rerender(form(true));
  await press("Enter", " ");
  await userEvent.click(get("button"), { force: true });
  expect(focused()).toBe("Send");
  expect(get("button").getAttribute("aria-disabled")).toBe("true");
  expect(get("button").getAttribute("aria-busy")).toBe("true");
  expect([click.mock.calls.length, submit.mock.calls.length]).toEqual([0, 0]);
  rerender(form(false));
  await press("Enter");
  expect([click.mock.calls.length, submit.mock.calls.length]).toEqual([1, 1]);
});
