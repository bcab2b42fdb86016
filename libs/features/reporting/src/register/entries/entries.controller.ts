import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { RegisterEntriesService } from './entries.service.ts';
import { EntryQuery, PutView, RegisterEntries, RegisterView, RegisterViews } from './entry-views.ts';
import { RegisterViewsService } from './views.service.ts';

@ApiTags('register')
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 422, standardSchema: Problem })
@Controller('api/register')
export class RegisterEntriesController {
  constructor(
    private readonly entries: RegisterEntriesService,
    private readonly views: RegisterViewsService,
  ) {}

  @Get('entries')
  @ApiOperation({
    summary: '台账：每件一行，各列可筛选，按键翻页',
    description: 'q 在名称、单位、文号、审查人、法律顾问、备注中查找；sort 前加 - 为倒序；县级含所辖各镇。',
  })
  @ApiResponse({ status: 200, standardSchema: RegisterEntries })
  @ApiResponse({ status: 404, standardSchema: Problem })
  page(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: EntryQuery }) query: EntryQuery,
  ): Promise<RegisterEntries> {
    return this.entries.page(principal, query);
  }

  @Get('views')
  @ApiOperation({ summary: '保存的台账视图：自己的和本单位共用的，以及可选的列' })
  @ApiResponse({ status: 200, standardSchema: RegisterViews })
  list(@CurrentPrincipal() principal: Principal): Promise<RegisterViews> {
    return this.views.list(principal);
  }

  @Post('views')
  @HttpCode(201)
  @ApiOperation({ summary: '保存一个视图：名称、列、筛选、排序，自用或本单位共用；同名的不重复保存' })
  @ApiResponse({ status: 201, standardSchema: RegisterView })
  @ApiResponse({ status: 409, standardSchema: Problem })
  make(@CurrentPrincipal() principal: Principal, @Body({ schema: PutView }) body: PutView): Promise<RegisterView> {
    return this.views.make(principal, body);
  }

  @Put('views/:id')
  @ApiOperation({ summary: '修改自己的视图' })
  @ApiResponse({ status: 200, standardSchema: RegisterView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  change(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: PutView }) body: PutView,
  ): Promise<RegisterView> {
    return this.views.change(principal, id, body);
  }

  @Delete('views/:id')
  @HttpCode(204)
  @ApiOperation({ summary: '删除自己的视图' })
  @ApiResponse({ status: 204, description: '已删除' })
  @ApiResponse({ status: 404, standardSchema: Problem })
  async remove(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<void> {
    await this.views.remove(principal, id);
  }
}
