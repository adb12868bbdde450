/** Where the site answers: the address of the settings, or else the one this request was asked at. */
import type { Request } from 'express'
import type { AppContext } from '../context.ts'

/** « https://enquetes.exemple.fr », without a slash at its end. */
export async function originOf({ settings }: Pick<AppContext, 'settings'>, req: Request): Promise<string> {
  const { publicAddress } = (await settings()).values
  return publicAddress || `${req.protocol}://${req.get('host') ?? 'localhost'}`
}
