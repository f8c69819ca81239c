import path from 'node:path';

/** Where a tool demands a default export: its configuration, Jest's global hooks and environments, and lazily loaded routes. */
const DEFAULT_EXPORT_ALLOWED =
  /(\.config\.(ts|mts|mjs|js)|-(global-setup|global-teardown|environment)\.ts|\.route\.tsx|eslint\.config\.mjs)$/;

const noDefaultExport = {
  meta: {
    type: 'suggestion',
    messages: {
      found:
        'A named export keeps one name for one thing; default exports are for files whose tool demands one.',
    },
    schema: [],
  },
  create(context) {
    if (DEFAULT_EXPORT_ALLOWED.test(context.filename)) return {};
    const report = (node) => context.report({ node, messageId: 'found' });
    return {
      ExportDefaultDeclaration: report,
      'ExportSpecifier[exported.name="default"]': report,
    };
  },
};

/** The file that an import names, as a path below `apps/api/src` or `apps/web/src`. */
function target(context, source, base) {
  if (!source.startsWith('.')) return null;
  const file = path.relative(base, path.resolve(path.dirname(context.filename), source));
  return file.startsWith('..') ? null : file.split(path.sep).join('/');
}

function baseOf(filename, app) {
  const at = filename.split(path.sep).join('/').lastIndexOf(`apps/${app}/src/`);
  return at < 0 ? null : filename.slice(0, at + `apps/${app}/src`.length);
}

function onImports(context, check) {
  const visit = (node) => {
    if (typeof node.source?.value === 'string') check(node.source, node.source.value);
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  };
}

const SHARED_IN_API = new Set(['common', 'database', 'config', 'testing']);

/**
 * Of another feature a feature sees the module, the service and the access door: never its tables, queries or mappers.
 * Nothing but the root module imports `collab/`: features publish events that it listens to.
 */
const apiFeatures = {
  meta: {
    type: 'problem',
    messages: {
      collab: 'Features do not know collab/: publish a domain event that it listens to.',
      inside:
        'Of another feature only its module, its service, its access door and its types: not "{{file}}".',
      shared: '{{from}}/ is shared by all features and knows none of them: not "{{file}}".',
    },
    schema: [],
  },
  create(context) {
    const base = baseOf(context.filename, 'api');
    if (base === null) return {};
    const from = path.relative(base, context.filename).split(path.sep);
    // Files directly in src compose the features.
    if (from.length === 1) return {};
    const own = from[0];
    const isSpec = /\.spec\.ts$/.test(context.filename);
    return onImports(context, (node, source) => {
      const file = target(context, source, base);
      if (file === null) return;
      const [folder, ...rest] = file.split('/');
      if (rest.length === 0 || folder === own || SHARED_IN_API.has(folder)) return;
      if (folder === 'collab') return context.report({ node, messageId: 'collab' });
      if (own === 'database' || own === 'testing' || isSpec) return;
      if (own === 'common' || own === 'config') {
        if (folder !== 'identity' && folder !== 'health') {
          context.report({ node, messageId: 'shared', data: { from: own, file } });
        }
        return;
      }
      if (/(^|\/)[\w-]+(\.module|\.service|-access|\.guard|\.decorator|\.types)\.ts$/.test(file)) return;
      if (folder === 'identity' && /^(actor|links|login-cookie|secret-token)\.ts$/.test(rest.join('/')))
        return;
      context.report({ node, messageId: 'inside', data: { file } });
    });
  },
};

/** app -> features -> components, lib, config, i18n; and no feature knows another: routes compose them. */
const webLayers = {
  meta: {
    type: 'problem',
    messages: {
      sibling: 'Features do not import each other: a route in app/ composes them. Not "{{file}}".',
      upward: '{{from}}/ may not import {{to}}/: app -> features -> components, lib, config, i18n.',
    },
    schema: [],
  },
  create(context) {
    const base = baseOf(context.filename, 'web');
    if (base === null) return {};
    const from = path.relative(base, context.filename).split(path.sep);
    if (from.length === 1) return {};
    const layerOf = (folder) => (folder === 'app' ? 2 : folder === 'features' ? 1 : 0);
    return onImports(context, (node, source) => {
      const file = target(context, source, base);
      if (file === null) return;
      const to = file.split('/');
      if (to.length === 1) return;
      if (from[0] === 'features' && to[0] === 'features' && from[1] !== to[1]) {
        context.report({ node, messageId: 'sibling', data: { file } });
      } else if (layerOf(to[0]) > layerOf(from[0])) {
        context.report({ node, messageId: 'upward', data: { from: from[0], to: to[0] } });
      }
    });
  },
};

/**
 * The way to a protected row leads through its door (`*-access.ts`) and its repository file: nobody else queries it, so
 * nobody can forget to ask whether this person may see it.
 */
const noRowsPastTheDoor = {
  meta: {
    type: 'problem',
    messages: {
      found: '{{entity}} is protected: reach it through its access door or its repository, as this actor.',
    },
    schema: [],
  },
  create(context) {
    const protectedEntities = new Set(['CaseEntity', 'NoteEntity', 'CopMemberEntity', 'Case', 'Note']);
    const file = path.basename(context.filename);
    if (/(-access|\.repository|\.spec|\.module)\.ts$/.test(file)) return {};
    return {
      'CallExpression[callee.property.name="getRepository"] > Identifier.arguments'(node) {
        if (protectedEntities.has(node.name)) {
          context.report({ node, messageId: 'found', data: { entity: node.name } });
        }
      },
    };
  },
};

/** A file that only passes on what others export hides where things come from, and makes cycles. */
const noBarrel = {
  meta: {
    type: 'problem',
    messages: { found: 'Apps have no barrels: import from the file itself.' },
    schema: [],
  },
  create: (context) => ({
    Program(node) {
      const passesOn = (statement) =>
        statement.type === 'ExportAllDeclaration' ||
        (statement.type === 'ExportNamedDeclaration' && statement.source !== null);
      if (node.body.length > 0 && node.body.every(passesOn)) context.report({ node, messageId: 'found' });
    },
  }),
};

const MOST_IMPORTS = 20;

const fewImports = {
  meta: {
    type: 'suggestion',
    messages: { found: 'More than {{most}} imports: this file does too much.' },
    schema: [],
  },
  create(context) {
    // The list of all features is as long as it is.
    if (path.basename(context.filename) === 'app.module.ts') return {};
    return {
      Program(node) {
        const imports = node.body.filter((statement) => statement.type === 'ImportDeclaration');
        if (imports.length > MOST_IMPORTS) {
          context.report({ node: imports[MOST_IMPORTS], messageId: 'found', data: { most: MOST_IMPORTS } });
        }
      },
    };
  },
};

export const kringRules = {
  rules: {
    'no-barrel': noBarrel,
    'few-imports': fewImports,
    'no-default-export': noDefaultExport,
    'api-features': apiFeatures,
    'web-layers': webLayers,
    'no-rows-past-the-door': noRowsPastTheDoor,
  },
};
