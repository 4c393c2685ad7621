/**
 * The ways in which a term can begin: its first letters or digits, in lower case, at most `length` of them and fewer where the first word is shorter.
 * Undefined when it can begin in any way (`a*`) or with a sign, or when the term is faulty.
 */
export function findLeads(term: string, length: number): readonly string[] | undefined {
  const body = (term.startsWith('=') ? term.slice(1) : term).toLowerCase();
  // Most terms begin with plain letters: what follows them does not matter.
  const plain = /^[a-z\d]+/.exec(body)?.[0] ?? '';
  if (plain.length >= length) return [plain.slice(0, length)];
  const state = read(body, 0, '', [''], length);
  if (state === undefined) return undefined;
  const leads = new Set([...state.closed, ...state.open]);
  return leads.size === 0 || leads.has('') ? undefined : [...leads];
}

interface State {
  /** Beginnings that more of the term may lengthen. */
  readonly open: readonly string[];
  /** Beginnings that are long enough, or whose word has ended. */
  readonly closed: readonly string[];
  readonly end: number;
}

function read(term: string, start: number, stop: string, begin: readonly string[], length: number): State | undefined {
  let open = begin;
  const closed: string[] = [];
  let at = start;
  while (at < term.length && !stop.includes(term.charAt(at))) {
    // Nothing can lengthen a beginning any more, which is so after the first word of most terms.
    if (open.length === 0 && stop === '') break;
    const char = term.charAt(at);
    if (char === '(' || char === '<') {
      const inner = readBranches(term, at, open, length);
      if (inner === undefined) return undefined;
      closed.push(...inner.closed);
      open = [...new Set([...inner.open, ...(char === '(' ? open : [])])];
      at = inner.end;
      continue;
    }
    if (char === '*' && open.length > 0) {
      // A short beginning with any ending: its third letter may be any.
      if (open.some((lead) => lead.length < length && lead !== '')) return undefined;
      at++;
      continue;
    }
    if (open.length === 0) {
      at++;
      continue;
    }
    // A sign at the very beginning: no letter leads up to it.
    if (!/[\p{L}\p{N} ]/u.test(char) && open.includes('')) return undefined;
    const grown = grow(open, char, length);
    open = grown.open;
    closed.push(...grown.closed);
    at++;
  }
  return { open, closed, end: at };
}

function readBranches(term: string, at: number, open: readonly string[], length: number): State | undefined {
  const close = term.charAt(at) === '(' ? ')' : '>';
  const all: { open: string[]; closed: string[] } = { open: [], closed: [] };
  let from = at + 1;
  for (;;) {
    const branch = read(term, from, `|${close}`, open, length);
    if (branch === undefined || branch.end >= term.length) return undefined;
    all.open.push(...branch.open);
    all.closed.push(...branch.closed);
    if (term.charAt(branch.end) === close) return { ...all, end: branch.end + 1 };
    from = branch.end + 1;
  }
}

/** A letter or digit lengthens a beginning; a space, a hyphen or another sign ends it, unless nothing has begun yet. */
function grow(open: readonly string[], char: string, length: number): Pick<State, 'open' | 'closed'> {
  const isWord = /[\p{L}\p{N}]/u.test(char);
  const grown = isWord ? open.map((lead) => lead + char) : open;
  return isWord
    ? { open: grown.filter((lead) => lead.length < length), closed: grown.filter((lead) => lead.length >= length) }
    : { open: grown.filter((lead) => lead === ''), closed: grown.filter((lead) => lead !== '') };
}
