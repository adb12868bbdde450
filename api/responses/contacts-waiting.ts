/** DocumentCollection `contacts-waiting`, document `pen`: coordinates whose batch has not left yet. */
export type Pen = { since: string; entries: { id: string; sealed: string }[] }
