/**
 * A large module, held as a script. Chromium compiles a script whole when it is put into a cache by a worker that is being
 * installed, and its visits read what was compiled; a module it compiles anew at each visit.
 */

/** `module`, `script`: their addresses; `names`: what the module gives, which the script leaves in `heldEngine`. */
export type HeldScript = { module: string; script: string; names: string }

/** @param written module, script and names, as the build wrote them */
export function heldScript(written: string): HeldScript {
  const [module, script, names] = written.split(' ') as [string, string, string]
  return { module, script, names }
}

/** The module waits for its script from now on, and gives what that one gives. */
export async function holdAsScript(cache: Cache, { module, script, names }: HeldScript): Promise<void> {
  const wait = `await new Promise((done,failed)=>document.head.append(Object.assign(document.createElement("script"),{src:"${script}",onload:done,onerror:failed})))`
  const headers = { 'content-type': 'text/javascript; charset=utf-8' }
  await cache.put(module, new Response(`${wait}\nexport const{${names}}=heldEngine`, { headers }))
}
