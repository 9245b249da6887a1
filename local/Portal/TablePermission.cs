using System;
using CrmAddon.Local.Security;

namespace CrmAddon.Local.Portal;

/// <summary>A row of <c>adx_entitypermission</c> that one of the visitor's web roles has.</summary>
/// <param name="Id">The row.</param>
/// <param name="Table">Logical name of the table.</param>
/// <param name="Scope">Which rows it covers.</param>
/// <param name="Relation">Schema name of the relation to contact, account or the parent permission's table.</param>
/// <param name="Parent">The permission whose rows decide.</param>
/// <param name="Rights">What it allows.</param>
internal sealed record TablePermission(Guid Id, string Table, PortalScope Scope, string? Relation, Guid? Parent, AccessRight Rights);
