import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CopiesService } from './copies.service.ts';
import { CopyList, CopyRequest } from './copy-views.ts';

@ApiTags('cases')
@Controller('api/cases/:id/copies')
export class CopiesController {
  constructor(private readonly copies: CopiesService) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: '抄送给本单位有权查看本案的人员' })
  @ApiResponse({ status: 201, standardSchema: CopyList })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  copy(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: CopyRequest }) body: CopyRequest,
  ): Promise<CopyList> {
    return this.copies.copy(principal, id, body);
  }

  @Get()
  @ApiOperation({ summary: '抄送名单和已阅情况' })
  @ApiResponse({ status: 200, standardSchema: CopyList })
  @ApiResponse({ status: 404, standardSchema: Problem })
  list(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<CopyList> {
    return this.copies.list(principal, id);
  }
}
