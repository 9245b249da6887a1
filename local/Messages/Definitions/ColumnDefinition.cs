using System;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>
/// A column as the SDK has it.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/attribute-metadata">Column definitions</see>
/// </summary>
internal static class ColumnDefinition
{
    public static AttributeMetadata Of(TableMetadata table, ColumnMetadata column, int number)
    {
        var definition = Typed(table, column);
        definition.LogicalName = column.Name;
        definition.SchemaName = column.SchemaName;
        definition.MetadataId = DefinitionIds.Of(table, column);
        definition.DisplayName = DefinitionLabels.Of(column.Labels, column.DisplayName);
        definition.Description = DefinitionLabels.Of(column.Description);
        definition.RequiredLevel = new AttributeRequiredLevelManagedProperty(Level(column));
        definition.AutoNumberFormat = column.AutoNumberFormat ?? string.Empty;
        definition.IsSecured = column.IsSecured;
        definition.IsAuditEnabled = new BooleanManagedProperty(column.IsAuditEnabled);
        definition.IsCustomizable = new BooleanManagedProperty(true);
        definition.IsValidForAdvancedFind = new BooleanManagedProperty(column.IsValidForRead);
        definition.SourceType = column.Type is ColumnType.Id or ColumnType.Guid or ColumnType.Lookup ? null : (int)column.Source;
        return definition
            .Set("EntityLogicalName", table.Name)
            .Set("AttributeTypeName", TypeName(column))
            .Set("ColumnNumber", number)
            .Set("IsCustomAttribute", column.IsCustom)
            .Set("IsPrimaryId", column.Type == ColumnType.Id)
            .Set("IsPrimaryName", column == table.PrimaryName)
            .Set("IsLogical", !column.IsStored)
            .Set("IsManaged", false)
            .Set("IsValidForCreate", column.IsValidForCreate && !column.IsPlatformOwned)
            .Set("IsValidForRead", column.IsValidForRead)
            .Set("IsValidForUpdate", column.IsValidForUpdate && !column.IsPlatformOwned && column.Type != ColumnType.Id)
            .Set("CanBeSecuredForRead", column.IsCustom)
            .Set("CanBeSecuredForCreate", column.IsCustom && column.IsValidForCreate)
            .Set("CanBeSecuredForUpdate", column.IsCustom && column.IsValidForUpdate);
    }

    private static AttributeMetadata Typed(TableMetadata table, ColumnMetadata column) => column.Type switch
    {
        ColumnType.Text when column.DeclaredType == "entityname" => new EntityNameAttributeMetadata(),
        ColumnType.Text => new StringAttributeMetadata
        {
            MaxLength = Length(column),
            Format = Format<StringFormat>(column) ?? StringFormat.Text,
            FormatName = (Format<StringFormat>(column) ?? StringFormat.Text).ToString(),
            ImeMode = ImeMode.Auto,
        }.Set("DatabaseLength", column.MaxLength * 2),
        ColumnType.Memo => new MemoAttributeMetadata { MaxLength = Length(column), Format = Format<StringFormat>(column) ?? StringFormat.TextArea, ImeMode = ImeMode.Auto },
        ColumnType.WholeNumber => new IntegerAttributeMetadata
        {
            Format = Format<IntegerFormat>(column) ?? IntegerFormat.None,
            MinValue = (int?)column.Min ?? int.MinValue,
            MaxValue = (int?)column.Max ?? int.MaxValue,
        },
        ColumnType.BigNumber => new BigIntAttributeMetadata { MinValue = long.MinValue, MaxValue = long.MaxValue },
        ColumnType.Decimal => new DecimalAttributeMetadata { MinValue = column.Min, MaxValue = column.Max, Precision = column.Precision },
        ColumnType.Floating => new DoubleAttributeMetadata { MinValue = (double?)column.Min, MaxValue = (double?)column.Max, Precision = column.Precision },
        ColumnType.Money => new MoneyAttributeMetadata
        {
            MinValue = (double?)column.Min,
            MaxValue = (double?)column.Max,
            Precision = column.Precision,
            PrecisionSource = (int)column.PrecisionSource,
        }.Set("IsBaseCurrency", column.BaseOf is not null).Set("CalculationOf", column.BaseOf),
        ColumnType.YesNo => new BooleanAttributeMetadata(ChoiceDefinition.OfYesNo(column.Choice!)) { DefaultValue = column.Default is 1 },
        ColumnType.DateTime => new DateTimeAttributeMetadata
        {
            Format = column.IsShownAsDate ? DateTimeFormat.DateOnly : DateTimeFormat.DateAndTime,
            DateTimeBehavior = column.DateBehavior.ToString(),
            CanChangeDateTimeBehavior = new BooleanManagedProperty(column.IsCustom),
            ImeMode = ImeMode.Inactive,
        },
        ColumnType.Choice => Choice(new PicklistAttributeMetadata(), column),
        ColumnType.Choices => Choice(new MultiSelectPicklistAttributeMetadata(), column),
        ColumnType.State => new StateAttributeMetadata { OptionSet = table.States is null ? null : ChoiceDefinition.OfStates($"{table.Name}_{column.Name}", table.States), DefaultFormValue = -1 },
        ColumnType.Status => new StatusAttributeMetadata { OptionSet = table.States is null ? null : ChoiceDefinition.OfStatuses($"{table.Name}_{column.Name}", table.States), DefaultFormValue = -1 },
        ColumnType.Lookup or ColumnType.PartyList =>
            new LookupAttributeMetadata { Targets = [.. column.Targets] }.Set("AttributeType", LookupType(column)),
        ColumnType.Image => new ImageAttributeMetadata { IsPrimaryImage = column == table.PrimaryImage, MaxSizeInKB = column.MaxSizeInKb > 0 ? column.MaxSizeInKb : 10_240, CanStoreFullImage = false },
        ColumnType.File => new FileAttributeMetadata { MaxSizeInKB = column.MaxSizeInKb > 0 ? column.MaxSizeInKb : 32_768 },
        ColumnType.Id or ColumnType.Guid => new UniqueIdentifierAttributeMetadata(),
        _ => new AttributeMetadata().Set("AttributeType", AttributeTypeCode.Virtual),
    };

    private static T Choice<T>(T definition, ColumnMetadata column)
        where T : EnumAttributeMetadata
    {
        definition.OptionSet = column.Choice is null ? null : ChoiceDefinition.Of(column.Choice);
        definition.DefaultFormValue = column.Default ?? -1;
        return definition;
    }

    private static int? Length(ColumnMetadata column) => column.MaxLength > 0 ? column.MaxLength : null;

    private static T? Format<T>(ColumnMetadata column)
        where T : struct, Enum => Enum.TryParse<T>(column.Format, ignoreCase: true, out var format) && Enum.IsDefined(format) ? format : null;

    private static AttributeRequiredLevel Level(ColumnMetadata column) => column.Type == ColumnType.Id ? AttributeRequiredLevel.SystemRequired : column.Required switch
    {
        RequiredLevel.System => AttributeRequiredLevel.SystemRequired,
        RequiredLevel.Business => AttributeRequiredLevel.ApplicationRequired,
        RequiredLevel.Recommended => AttributeRequiredLevel.Recommended,
        _ => AttributeRequiredLevel.None,
    };

    private static AttributeTypeCode LookupType(ColumnMetadata column) => column.Type == ColumnType.PartyList ? AttributeTypeCode.PartyList
        : column.DeclaredType == "customer" ? AttributeTypeCode.Customer
        : column.Name == "ownerid" ? AttributeTypeCode.Owner
        : AttributeTypeCode.Lookup;

    private static AttributeTypeDisplayName TypeName(ColumnMetadata column) => column.Type switch
    {
        ColumnType.Text when column.DeclaredType == "entityname" => AttributeTypeDisplayName.EntityNameType,
        ColumnType.Text => AttributeTypeDisplayName.StringType,
        ColumnType.Memo => AttributeTypeDisplayName.MemoType,
        ColumnType.WholeNumber => AttributeTypeDisplayName.IntegerType,
        ColumnType.BigNumber => AttributeTypeDisplayName.BigIntType,
        ColumnType.Decimal => AttributeTypeDisplayName.DecimalType,
        ColumnType.Floating => AttributeTypeDisplayName.DoubleType,
        ColumnType.Money => AttributeTypeDisplayName.MoneyType,
        ColumnType.YesNo => AttributeTypeDisplayName.BooleanType,
        ColumnType.DateTime => AttributeTypeDisplayName.DateTimeType,
        ColumnType.Choice => AttributeTypeDisplayName.PicklistType,
        ColumnType.Choices => AttributeTypeDisplayName.MultiSelectPicklistType,
        ColumnType.State => AttributeTypeDisplayName.StateType,
        ColumnType.Status => AttributeTypeDisplayName.StatusType,
        ColumnType.Lookup => LookupType(column) + "Type",
        ColumnType.PartyList => AttributeTypeDisplayName.PartyListType,
        ColumnType.Image => AttributeTypeDisplayName.ImageType,
        ColumnType.File => AttributeTypeDisplayName.FileType,
        ColumnType.Id or ColumnType.Guid => AttributeTypeDisplayName.UniqueidentifierType,
        _ => AttributeTypeDisplayName.VirtualType,
    };
}
