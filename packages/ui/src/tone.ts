/** What a component means; it turns the accent tokens of the component and of everything in it. */
export type Tone = "neutral" | "danger" | "success" | "warning";
