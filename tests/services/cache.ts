/** Where the servers of the tests stay once built or fetched, outside the tree. */
import { homedir } from 'node:os'
import { join } from 'node:path'

export const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ferretdb')
