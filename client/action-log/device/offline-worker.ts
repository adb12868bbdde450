/** The action log without a network; with one, its page is always the newest. */
import { holdPages } from '../../answer/offline/held-pages.ts'

holdPages({
  name: 'carnet',
  // filled in when the client is built (answer/build/workers.ts)
  version: '%VERSION%',
  files: '%FILES%'.split(' '),
  pageAt: () => '/index.html',
  shows: 'newest',
  data: /^\/api\/(site|logo)(\?|$)/,
})
