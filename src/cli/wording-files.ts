import { type NoticeType, noticeTypes } from '../model/notice.ts';
import type { OutputFile } from '../model/output-file.ts';
import type { Problem } from '../model/problem.ts';
import { type LanguageCode, languageCodes, loadLanguage } from '../notices/wording/languages.ts';
import { faultOf } from '../notices/wording/required.ts';
import type { Templates } from '../outputs/letters.ts';
import type { Settings } from './settings.ts';
import type { World } from './world.ts';

/** The merchant's own words for letters. */
export interface OwnWording {
  readonly templates: Templates;
  readonly policy?: string | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the edited templates and the policy that the configuration names. A template that lost what it must say is not used. */
export function readWording(world: World, { folder, workspace }: Settings): OwnWording {
  const { templates: named, policyFile } = workspace.notices;
  const problems: Problem[] = [];
  const path = policyFile && world.disk.resolve(folder, policyFile);
  const policy = path === undefined ? undefined : textOf(world, path);
  if (policyFile !== undefined && policy === undefined)
    problems.push({ kind: 'file-unreadable', place: { file: policyFile }, reason: 'no such file' });
  const edited = named === undefined ? [] : readTemplates(world, world.disk.resolve(folder, named));
  if (named !== undefined && !world.disk.isFolder(world.disk.resolve(folder, named)))
    problems.push({ kind: 'file-unreadable', place: { file: named }, reason: 'no such folder' });
  const usable = new Map<string, string>();
  for (const template of edited) {
    const { language, type, text } = template;
    const problem = problemOf(template);
    if (problem) problems.push(problem);
    else usable.set(`${language}/${type}`, text);
  }
  return {
    templates: (language, type) => usable.get(`${language}/${type}`),
    policy: policy?.trim(),
    problems,
  };
}

interface Edited {
  readonly language: LanguageCode;
  readonly type: NoticeType;
  readonly file: string;
  readonly text: string;
}

function problemOf({ type, text, file }: Edited): Problem | undefined {
  const reason = faultOf(type, text);
  return reason === undefined ? undefined : { kind: 'template-unusable', place: { file }, reason };
}

function readTemplates(world: World, folder: string): readonly Edited[] {
  return languageCodes.flatMap((language) =>
    noticeTypes.flatMap((type): Edited[] => {
      const path = world.disk.resolve(folder, templatePath(language, type));
      const text = textOf(world, path);
      return text === undefined
        ? []
        : [{ language, type, text, file: world.disk.relative(world.cwd, path) }];
    }),
  );
}

function textOf(world: World, path: string): string | undefined {
  const read = world.disk.read(path);
  return read && new TextDecoder().decode(read.bytes).replaceAll('\r\n', '\n');
}

function templatePath(language: LanguageCode, type: NoticeType): string {
  return `${language}/${type.toLowerCase().replaceAll('_', '-')}.liquid`;
}

/** The wording to edit: every template that a folder does not have yet, and what is wrong with those that it has. */
export async function copyWording(
  world: World,
  folder: string,
): Promise<{ files: OutputFile[]; kept: number; problems: Problem[] }> {
  const edited = readTemplates(world, folder);
  const there = new Set(edited.map(({ language, type }) => templatePath(language, type)));
  const files: OutputFile[] = [];
  for (const code of languageCodes) {
    const { templates } = await loadLanguage(code);
    for (const type of noticeTypes) {
      const path = templatePath(code, type);
      if (!there.has(path))
        files.push({ path, bytes: new TextEncoder().encode(`${templates[type]}\n`) });
    }
  }
  const problems = edited.flatMap((template) => problemOf(template) ?? []);
  return { files, kept: edited.length, problems };
}
