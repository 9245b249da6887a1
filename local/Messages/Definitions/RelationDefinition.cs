using System;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>Relations as the SDK has them.</summary>
internal static class RelationDefinition
{
    public static RelationshipMetadataBase Of(TableRelation relation, SolutionMetadata metadata) => relation switch
    {
        RelationMetadata one => Of(one, metadata),
        ManyToManyMetadata many => Of(many),
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    };

    public static OneToManyRelationshipMetadata Of(RelationMetadata relation, SolutionMetadata metadata) => Described(
        new OneToManyRelationshipMetadata
        {
            ReferencedEntity = relation.ParentTable,
            ReferencedAttribute = metadata.Tables[relation.ParentTable].PrimaryId.Name,
            ReferencingEntity = relation.ChildTable,
            ReferencingAttribute = relation.ChildColumn,
            ReferencingEntityNavigationPropertyName = relation.NavigationFromChild,
            ReferencedEntityNavigationPropertyName = relation.NavigationFromParent,
            IsHierarchical = relation.IsHierarchical,
            CascadeConfiguration = new CascadeConfiguration
            {
                Assign = Cascading(relation.OnAssign),
                Delete = Enum.Parse<CascadeType>(relation.OnDelete.ToString()),
                Merge = Cascading(relation.OnMerge),
                Reparent = Cascading(relation.OnReparent),
                Share = Cascading(relation.OnShare),
                Unshare = Cascading(relation.OnUnshare),
                RollupView = CascadeType.NoCascade,
            },
        },
        relation,
        RelationshipType.OneToManyRelationship);

    public static ManyToManyRelationshipMetadata Of(ManyToManyMetadata relation) => Described(
        new ManyToManyRelationshipMetadata
        {
            Entity1LogicalName = relation.FirstTable,
            Entity1IntersectAttribute = relation.FirstColumn,
            Entity1NavigationPropertyName = relation.NavigationFromFirst,
            Entity2LogicalName = relation.SecondTable,
            Entity2IntersectAttribute = relation.SecondColumn,
            Entity2NavigationPropertyName = relation.NavigationFromSecond,
            IntersectEntityName = relation.IntersectTable,
        },
        relation,
        RelationshipType.ManyToManyRelationship);

    private static T Described<T>(T definition, TableRelation relation, RelationshipType type)
        where T : RelationshipMetadataBase
    {
        definition.SchemaName = relation.Name;
        definition.MetadataId = DefinitionIds.Of(relation);
        definition.IsCustomRelationship = relation.IsCustom;
        definition.IsCustomizable = new BooleanManagedProperty(true);
        definition.IsValidForAdvancedFind = true;
        return definition.Set("RelationshipType", type).Set("IsManaged", false);
    }

    private static CascadeType Cascading(Cascade cascade) => Enum.Parse<CascadeType>(cascade.ToString());
}
