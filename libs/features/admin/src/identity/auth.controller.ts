import { LoginRequest, MeView, Problem, type Principal } from '@lawgate/contracts';
import {
  CurrentPrincipal,
  Public,
  cookieOptions,
  IDENTITY_SETTINGS,
  sessionCookie,
  type IdentitySettings,
  WithGivenPassword,
  Sessions,
} from '@lawgate/http';
import { ChangePassword } from './accounts/account-views.ts';
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AuthService } from './auth.service.ts';
import { TooManyAttemptsError } from './login-throttle.ts';
import { PasswordService } from './password.service.ts';

/** The parts of Fastify's request and reply that a login needs; `@fastify/cookie` adds the cookies. */
interface CookieRequest {
  readonly ip: string;
  readonly cookies?: Readonly<Record<string, string | undefined>>;
}
interface CookieReply {
  header(name: string, value: string): unknown;
  setCookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
}

@ApiTags('auth')
@Controller('api/auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: Sessions,
    private readonly passwords: PasswordService,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {}

  @Public()
  @Post('login')
  @HttpCode(200)
  @ApiOperation({ summary: '登录；会话写入 Cookie，12小时后失效' })
  @ApiResponse({ status: 200, standardSchema: MeView })
  @ApiResponse({ status: 401, standardSchema: Problem })
  @ApiResponse({ status: 429, standardSchema: Problem, description: '失败次数过多；Retry-After 为需等待的秒数' })
  async login(
    @Body({ schema: LoginRequest }) body: z.infer<typeof LoginRequest>,
    @Req() request: CookieRequest,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<MeView> {
    try {
      const { token, principal } = await this.auth.login(body.username, body.password, request.ip);
      reply.setCookie(sessionCookie, token, cookieOptions(this.settings));
      return meView(principal);
    } catch (error) {
      if (error instanceof TooManyAttemptsError) reply.header('retry-after', String(error.retryAfter));
      throw error;
    }
  }

  // Public, so that a person whose session has expired can still remove their cookie.
  @Public()
  @Post('logout')
  @HttpCode(204)
  @ApiOperation({ summary: '退出登录' })
  @ApiResponse({ status: 204 })
  async logout(@Req() request: CookieRequest, @Res({ passthrough: true }) reply: CookieReply): Promise<void> {
    const token = request.cookies?.[sessionCookie];
    if (token !== undefined) await this.sessions.close(token);
    const { maxAge: _, ...options } = cookieOptions(this.settings);
    reply.clearCookie(sessionCookie, options);
  }

  @WithGivenPassword()
  @Post('password')
  @HttpCode(204)
  @ApiOperation({ summary: '修改本人密码；其他设备上的登录随即失效' })
  @ApiResponse({ status: 204 })
  @ApiResponse({ status: 422, standardSchema: Problem })
  @ApiResponse({ status: 429, standardSchema: Problem })
  async changePassword(
    @CurrentPrincipal() principal: Principal,
    @Req() request: CookieRequest,
    @Body({ schema: ChangePassword }) body: ChangePassword,
  ): Promise<void> {
    await this.passwords.change(principal, body, request.ip, request.cookies?.[sessionCookie] ?? '');
  }

  @WithGivenPassword()
  @Get('me')
  @ApiOperation({ summary: '当前登录的人' })
  @ApiResponse({ status: 200, standardSchema: MeView })
  @ApiResponse({ status: 401, standardSchema: Problem })
  me(@CurrentPrincipal() principal: Principal): MeView {
    return meView(principal);
  }
}

function meView(principal: Principal): MeView {
  const { id, username, name, roles, qualifications, orgId, orgName, orgPath } = principal;
  return {
    id,
    username,
    name,
    roles: [...roles],
    qualifications: [...qualifications],
    mustChangePassword: principal.mustChangePassword ?? false,
    organisation: { id: orgId, name: orgName, path: orgPath },
  };
}
