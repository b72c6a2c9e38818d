import { it } from "vitest";
import { expectCalmStorm } from "./storm.ts";

it(
  "a service that fails every call for a minute sees 20 % more load and ten a second, not six times the load",
  () => expectCalmStorm(60),
  300_000,
);
