import { z } from 'zod';
import { idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import * as templates from './template.schema.ts';

const copParams = z.strictObject({ copId: idSchema });
const templateParams = z.strictObject({ copId: idSchema, templateId: idSchema });

export const templateEndpoints = {
  listTemplates: endpoint({
    method: 'GET',
    path: '/cops/:copId/templates',
    access: 'template.list',
    summary: 'The templates with which a case can begin in a CoP: its own, and those of the network.',
    params: copParams,
    query: z.strictObject({ archived: z.enum(['true', 'false']).optional() }),
    response: z.array(templates.templateSummarySchema),
  }),
  createTemplate: endpoint({
    method: 'POST',
    path: '/cops/:copId/templates',
    access: 'template.manage',
    summary: 'Makes a template of a CoP.',
    params: copParams,
    body: templates.createTemplateInputSchema,
    response: templates.templateSchema,
    errors: ['too-many-templates'],
  }),
  chooseDefaultTemplate: endpoint({
    method: 'POST',
    path: '/cops/:copId/templates/choose-default',
    access: 'template.manage',
    summary: 'Decides which template is chosen beforehand when a case is opened.',
    params: copParams,
    body: templates.chooseDefaultTemplateInputSchema,
    response: z.array(templates.templateSummarySchema),
  }),
  getTemplate: endpoint({
    method: 'GET',
    path: '/cops/:copId/templates/:templateId',
    access: 'template.list',
    summary: 'One template with its sections.',
    params: templateParams,
    response: templates.templateSchema,
  }),
  updateTemplate: endpoint({
    method: 'PATCH',
    path: '/cops/:copId/templates/:templateId',
    access: 'template.manage',
    summary: 'Changes a template; notes that were made from it stay as they are.',
    params: templateParams,
    body: templates.updateTemplateInputSchema,
    response: templates.templateSchema,
    errors: ['changed-meanwhile'],
  }),
  copyTemplate: endpoint({
    method: 'POST',
    path: '/cops/:copId/templates/:templateId/copy',
    access: 'template.manage',
    summary: 'Copies a template, also one of the network, into the CoP.',
    params: templateParams,
    body: templates.copyTemplateInputSchema,
    response: templates.templateSchema,
    errors: ['too-many-templates'],
  }),
  archiveTemplate: endpoint({
    method: 'POST',
    path: '/cops/:copId/templates/:templateId/archive',
    access: 'template.manage',
    summary: 'Puts a template away: nobody can choose it any more.',
    params: templateParams,
    response: templates.templateSchema,
  }),
  restoreTemplate: endpoint({
    method: 'POST',
    path: '/cops/:copId/templates/:templateId/restore',
    access: 'template.manage',
    summary: 'Takes a template back from the archive.',
    params: templateParams,
    response: templates.templateSchema,
  }),
} as const satisfies Record<string, Endpoint>;
