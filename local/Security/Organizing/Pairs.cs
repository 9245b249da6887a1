using System;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Security;

/// <summary>Members of teams and holders of roles: rows of the tables behind many-to-many relations.</summary>
internal sealed class Pairs(Organization organization)
{
    public const string UserRoles = "systemuserroles_association";
    public const string TeamRoles = "teamroles_association";
    public const string TeamMembers = "teammembership_association";

    /// <summary>Adds a pair; nothing happens where it is there.</summary>
    public void Add(string relation, Guid first, Guid second)
    {
        var pairs = Relation(relation);
        var table = organization.Table(pairs.IntersectTable);
        if (organization.Database.Prepare($"SELECT 1 FROM \"{table.Name}\" WHERE \"{pairs.FirstColumn}\" = @0 AND \"{pairs.SecondColumn}\" = @1")
            .Value(Cells.ToBytes(first), Cells.ToBytes(second)) is null)
        {
            organization.Rows.Insert(table,
            [
                new(table.PrimaryId.Name, Cells.ToBytes(Guid.CreateVersion7(organization.Options.Clock.GetUtcNow()))),
                new(pairs.FirstColumn, Cells.ToBytes(first)),
                new(pairs.SecondColumn, Cells.ToBytes(second)),
                new("versionnumber", organization.Counters.NextVersion()),
            ]);
        }
    }

    public void Remove(string relation, Guid first, Guid second)
    {
        var pairs = Relation(relation);
        organization.Database.Run(
            $"DELETE FROM \"{pairs.IntersectTable}\" WHERE \"{pairs.FirstColumn}\" = @0 AND \"{pairs.SecondColumn}\" = @1", Cells.ToBytes(first), Cells.ToBytes(second));
        organization.Access.Principals.Written(pairs.IntersectTable);
    }

    private ManyToManyMetadata Relation(string name) => (ManyToManyMetadata)organization.Metadata.FindRelation(name)!;
}
