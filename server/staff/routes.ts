import { Hono } from 'hono';
import { pageOf } from '#domain/shared/page.ts';
import {
  accountLink,
  staffInvite,
  staffListItem,
  staffMember,
  staffUpdate,
} from '#domain/staff/staff-member.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { inviteStaff } from './invite-staff.ts';
import { getStaff, listStaff } from './list-staff.ts';
import { resetPassword, updateStaff } from './update-staff.ts';

export const staffRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listStaff',
        summary: 'Everyone who works here',
        access: 'staff.read',
        response: pageOf(staffListItem),
      },
      ({ ctx }) => listStaff(ctx),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'inviteStaff',
        summary: 'Invite a member of staff by a link',
        access: 'staff.write',
        body: staffInvite,
        example: {
          name: 'Tomás Pires',
          email: 'tomas@clinic.example',
          roles: ['receptionist'],
          isPrescriber: false,
          isOwner: false,
        },
        response: accountLink,
        status: 201,
      },
      ({ ctx, body }) => inviteStaff(ctx, body),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getStaff',
        summary: 'One member of staff',
        access: 'staff.write',
        response: staffMember,
      },
      ({ ctx, id }) => getStaff(ctx, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateStaff',
        summary: 'Change someone’s name, e-mail, roles or whether they are active',
        access: 'staff.write',
        body: staffUpdate,
        example: { roles: ['receptionist', 'manager'] },
        versioned: true,
        response: staffMember,
      },
      ({ ctx, id, ifMatch, body }) => updateStaff(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/account-link',
    operation(
      {
        id: 'resetPassword',
        summary: 'A new link to choose a password: an invitation again, or a forgotten password',
        access: 'staff.write',
        response: accountLink,
        status: 201,
      },
      ({ ctx, id }) => resetPassword(ctx, id),
    ),
  );
