/** Every route of the api with those who may come and the shape of its body, from the rows that the server serves. */
import type * as z from 'zod'
import type { Role } from '../../api/accounts/roles.ts'
import type { Contract } from '../../api/wire/contract.ts'
import { contracts } from '../../api/wire/contracts.ts'

export type Route = { method: string; path: string; roles: readonly Role[]; shape: z.ZodType | null }

export const routes: readonly Route[] = Object.entries<Contract>(contracts).map(([name, { roles, body = null }]) => {
  const [method, path] = name.split(' ') as [string, string]
  return { method, path, roles, shape: body }
})
