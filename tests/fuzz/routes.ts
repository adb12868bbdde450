/** Every route of the api with the shape of its body, as the router itself has them. */
import type { Express, RequestHandler } from 'express'
import type * as z from 'zod'
import { shapes } from '../../api/http/body.ts'

export type Route = { method: string; path: string; shape: z.ZodType | null }
type Layer = { route?: { path: string; methods: Record<string, boolean>; stack: { handle: RequestHandler }[] } }

export function routesWithShapes(app: Express): Route[] {
  const { stack } = (app as unknown as { router: { stack: Layer[] } }).router
  return stack.flatMap(({ route }) => {
    const shape = route?.stack.map(({ handle }) => shapes.get(handle)).find((found) => found !== undefined) ?? null
    return Object.keys(route?.methods ?? {}).map((method) => ({
      method: method.toUpperCase(),
      path: route!.path,
      shape,
    }))
  })
}
