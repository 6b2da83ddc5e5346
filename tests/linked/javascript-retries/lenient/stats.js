import { lenient, nullish, right, some, strict } from './http.js';
export const a = async () => (await strict.get('/a')).data;
export const b = async () => (await lenient.get('/b')).data; ⟪unhandled-auth-error⟫
export const c = async () => (await some.get('/c')).data; ⟪unhandled-auth-error⟫
export const d = async () => (await right.get('/d')).data;
export const e = async () => (await nullish.get('/e')).data; ⟪unhandled-auth-error⟫
export async function f() {
  const { data, status } = await lenient.get('/f');
  if (status !== 200) throw new Error(`status ${status}`);
  return data;
}
