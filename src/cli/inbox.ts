import type { Workspace } from '../config/workspace.ts';
import { isAnswers } from '../formats/answers.ts';
import { recognise } from '../ingest/recognise.ts';
import { readHead } from '../ingest/table.ts';
import type { Content } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { type InputFile, openInput, supplierFromName } from './file-facts.ts';
import type { Intake, Role } from './intake.ts';
import { checkTimezone, type Settings } from './settings.ts';
import { ownFiles } from './survey.ts';
import { cannotRun, type World } from './world.ts';

export interface Gathered {
  readonly intakes: readonly Intake[];
  readonly problems: readonly Problem[];
  /** Listing exports among the files given by hand: nothing of them goes into the book. */
  readonly listings: number;
}

/** An input file and what it is to be read as, or why it is not read. */
export interface FoundFile {
  /** Absent where it cannot be opened. */
  readonly file?: InputFile | undefined;
  readonly role: Role | 'listing' | Problem;
  /** A pattern of the configuration decides its role, not its columns. */
  readonly isConfigured: boolean;
}

/** The files given, else all that the configuration names. None ends it, unless the book goes on without. */
export async function findFiles(
  world: World,
  settings: Settings,
  given: readonly string[],
  mayBeEmpty: boolean,
): Promise<readonly FoundFile[]> {
  const { folder, workspace, today } = settings;
  checkTimezone(workspace);
  const configured = await configuredFiles(world, folder, workspace);
  if (given.length === 0 && configured.size === 0 && !mayBeEmpty) throw nothingToRead(settings);
  const named = given.map((path) => (path === '-' ? path : world.disk.resolve(world.cwd, path)));
  const paths = given.length > 0 ? named : [...configured.keys()];
  return Promise.all(
    paths.map(async (path): Promise<FoundFile> => {
      const file = await openInput(world, folder, path, today, workspace.timezone);
      const role = configured.get(path);
      const isConfigured = role !== undefined;
      if ('kind' in file) return { role: file, isConfigured };
      if (role?.kind === 'stock' && isAnswered(file))
        return { file, role: listed(workspace, 'answers'), isConfigured: false };
      return { file, role: role ?? roleByHeader(file.content, file.name, workspace), isConfigured };
    }),
  );
}

/** Answers may lie among the stock files of the supplier that sent them; as stock they would end all other articles. */
function isAnswered({ content, name }: InputFile): boolean {
  const head = readHead(content, name);
  return 'header' in head && isAnswers(head.header);
}

/** The role of a list that a section without a name is for. */
function listed(workspace: Workspace, kind: (typeof lists)[number]): Role {
  return { kind, style: workspace[kind].style };
}

const lists = ['answers', 'events', 'requests'] as const;

/** The files to read into the book, and those that are not read. */
export async function gatherFiles(
  world: World,
  settings: Settings,
  given: readonly string[],
  mayBeEmpty: boolean,
): Promise<Gathered> {
  const found = await findFiles(world, settings, given, mayBeEmpty);
  const isNamed = given.length > 0;
  const unclaimed = isNamed ? [] : await unclaimedFiles(world, settings, found);
  return {
    intakes: found.flatMap(({ file, role }) =>
      file && role !== 'listing' && !isRefusal(role) ? [{ file, role, isNamed }] : [],
    ),
    problems: [...found.map(({ role }) => role).filter(isRefusal), ...unclaimed],
    listings: found.filter(({ role }) => role === 'listing').length,
  };
}

/**
 * Files beside those that patterns name, which look like input but fit none: as a rule a name has changed, and what is new in
 * them would be missed from then on.
 */
async function unclaimedFiles(
  world: World,
  { folder, workspace }: Settings,
  found: readonly FoundFile[],
): Promise<readonly Problem[]> {
  const patterns = sectionsOf(workspace).flatMap((section) => section.patterns);
  const beside = [...new Set(patterns.map(besidePattern))];
  const known = new Set(
    found.map(({ file, role }) => (isRefusal(role) ? role.place.file : file?.name)),
  );
  const problems: Problem[] = [];
  for (const path of await world.disk.glob([...beside, ...ownFiles], folder)) {
    const file = world.disk.relative(folder, path);
    const content = known.has(file) ? undefined : world.disk.open(path)?.content;
    const what = content && recognise(content, file);
    if (what && 'head' in what && what.role !== 'listing')
      problems.push({ kind: 'file-unclaimed', place: { file }, looksLike: what.title });
  }
  return problems;
}

/** `inbox/acme-*.csv` → all tables of `inbox/`. */
function besidePattern(pattern: string): string {
  const [fixed = ''] = pattern.split(/[*?[{(!]/, 1);
  return `${fixed.slice(0, fixed.lastIndexOf('/') + 1)}*.{csv,tsv,txt}`;
}

/** Whether a file is not read, and why. */
export function isRefusal(role: FoundFile['role']): role is Problem {
  return role !== 'listing' && 'place' in role;
}

function nothingToRead({ configured }: Settings): Error {
  return configured
    ? cannotRun(
        'no file fits the patterns in dropship.toml',
        'check "files" under [suppliers] and [orders]',
      )
    : cannotRun(
        'no files given and no dropship.toml here',
        'name the files to read, or run "dropship init" first',
      );
}

/** Every file that a pattern of the configuration names, with its role. */
async function configuredFiles(
  world: World,
  folder: string,
  workspace: Workspace,
): Promise<Map<string, Role>> {
  const files = new Map<string, Role>();
  const add = (path: string, role: Role, what: string) => {
    if (files.has(path)) {
      throw cannotRun(
        `${world.disk.relative(folder, path)} fits more than one "files" pattern, the last of them that of ${what}`,
        'make the patterns in dropship.toml exclusive',
      );
    }
    files.set(path, role);
  };
  for (const { what, patterns, role } of sectionsOf(workspace))
    for (const path of await world.disk.glob(patterns, folder)) add(path, role, what);
  return files;
}

/** The sections of the configuration that name files. */
export function sectionsOf(
  workspace: Workspace,
): { readonly what: string; readonly patterns: readonly string[]; readonly role: Role }[] {
  return [
    ...[...workspace.suppliers].map(([supplier, { files }]) => ({
      what: `[suppliers.${supplier}]`,
      patterns: files,
      role: { kind: 'stock', supplier } as const,
    })),
    ...(['orders', 'shipments', 'returns'] as const).flatMap((kind) =>
      workspace[kind].map((setup) => ({
        what: `[${kind}.${setup.name}]`,
        patterns: setup.files,
        role: { kind, setup } as Role,
      })),
    ),
    ...lists.map((kind) => ({
      what: `[${kind}]`,
      patterns: workspace[kind].files,
      role: listed(workspace, kind),
    })),
  ];
}

function roleByHeader(
  content: Content,
  name: string,
  workspace: Workspace,
): Role | 'listing' | Problem {
  const found = recognise(content, name);
  if ('kind' in found) return found;
  switch (found.role) {
    case 'listing':
      return 'listing';
    case 'stock':
      return { kind: 'stock', supplier: supplierFromName(name) };
    case 'shipments':
    case 'returns':
      return { kind: found.role, setup: { name: found.role, files: [] } };
    case 'answers':
    case 'events':
    case 'requests':
      return listed(workspace, found.role);
    case 'orders': {
      const [only, ...others] = workspace.orders;
      return {
        kind: 'orders',
        setup: only && others.length === 0 ? only : { name: 'orders', files: [], history: false },
      };
    }
  }
}
