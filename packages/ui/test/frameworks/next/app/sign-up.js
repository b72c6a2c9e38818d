"use server";

export async function signUp(_state, form) {
  return { errors: { email: `The server knows ${form.get("email")}.` } };
}
