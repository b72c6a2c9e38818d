export { type ParsedRequirement, type ParseRequirementOptions, parseRequirement } from "./prose/parse-requirement.ts";
