using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>Choices, states, status reasons and yes/no as the SDK has them.</summary>
internal static class ChoiceDefinition
{
    public static OptionSetMetadata Of(ChoiceMetadata choice)
    {
        var set = Described(new OptionSetMetadata(new OptionMetadataCollection([.. choice.Options.Select(Option)])), choice, OptionSetType.Picklist);
        set.IsGlobal = choice.IsGlobal;
        set.IsCustomOptionSet = choice.Name.Contains('_', System.StringComparison.Ordinal) && choice.IsGlobal;
        return set;
    }

    public static OptionSetMetadata OfStates(string name, StateModel states) => Named(
        new OptionSetMetadata(new OptionMetadataCollection([.. states.States.Select(s => (OptionMetadata)new StateOptionMetadata
        {
            Value = s.Value,
            Label = DefinitionLabels.Of(s.Labels, s.Label),
            DefaultStatus = s.DefaultStatus,
            InvariantName = s.InvariantName ?? s.Label,
        })])),
        name,
        OptionSetType.State);

    public static OptionSetMetadata OfStatuses(string name, StateModel states) => Named(
        new OptionSetMetadata(new OptionMetadataCollection([.. states.Statuses.Select(s => (OptionMetadata)new StatusOptionMetadata(s.Value, s.State)
        {
            Label = DefinitionLabels.Of(s.Labels, s.Label),
            TransitionData = s.TransitionData!,
        })])),
        name,
        OptionSetType.Status);

    public static BooleanOptionSetMetadata OfYesNo(ChoiceMetadata choice) => Described(
        new BooleanOptionSetMetadata(Option(choice.Options.Single(o => o.Value == 1)), Option(choice.Options.Single(o => o.Value == 0))), choice, OptionSetType.Boolean);

    private static T Described<T>(T set, ChoiceMetadata choice, OptionSetType type)
        where T : OptionSetMetadataBase
    {
        Named(set, choice.Name, type);
        set.MetadataId = DefinitionIds.Of(choice);
        set.DisplayName = DefinitionLabels.Of(choice.DisplayName);
        set.Description = DefinitionLabels.Of(choice.Description);
        return set;
    }

    private static T Named<T>(T set, string name, OptionSetType type)
        where T : OptionSetMetadataBase
    {
        set.Name = name;
        set.OptionSetType = type;
        set.IsGlobal = false;
        set.IsCustomizable = new BooleanManagedProperty(true);
        set.MetadataId = DefinitionIds.Of("choice:" + name);
        return set.Set("IsManaged", false);
    }

    private static OptionMetadata Option(ChoiceOption option) => new OptionMetadata(DefinitionLabels.Of(option.Labels, option.Label), option.Value)
    {
        Description = DefinitionLabels.Of(option.Description),
        Color = option.Color!,
        ExternalValue = option.ExternalValue!,
    }.Set("IsManaged", false);
}
