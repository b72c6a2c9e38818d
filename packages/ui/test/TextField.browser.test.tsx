import { TextField } from "@groundwork/ui";
import { expect, it } from "vitest";
import { mount, press } from "./harness.tsx";

it("names and describes its input by label, hint and error", () => {
  const { get } = mount(<TextField label="Name" hint="As on the door" error="Too long" aria-describedby="more" />);
  const input = get<HTMLInputElement>("input");
  expect(input.labels?.[0]?.textContent).toBe("Name");
  const [more, own] = input.getAttribute("aria-describedby")!.split(" ");
  expect(more).toBe("more");
  expect(document.getElementById(own!)?.textContent).toBe("As on the doorToo long");
  expect(input.getAttribute("aria-invalid")).toBe("true");
});

it("keeps its name when the label is hidden, and takes an id of the caller's", () => {
  const { get } = mount(<TextField label="Name" hideLabel id="mine" />);
  expect(get<HTMLInputElement>("#mine").labels?.[0]?.textContent).toBe("Name");
  expect(get("label").getBoundingClientRect().width).toBeLessThanOrEqual(1);
});

it("calls the caller's own handlers, with what stands beside the input shown", async () => {
  const calls: string[] = [];
  const { get } = mount(
    <TextField
      label="Name"
      start="@"
      end="!"
      onBlur={() => calls.push("blur")}
      onChange={(event) => calls.push(event.currentTarget.value)}
    />,
  );
  await press("Tab", "a", "Tab");
  expect(calls).toEqual(["a", "blur"]);
  expect(get(".gw-control").textContent).toBe("@!");
});
