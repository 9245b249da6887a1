namespace CrmAddon.Rules;

/// <summary>Something that can say why it is so, when somebody asks.</summary>
internal interface IReason
{
    Finding Reason();
}
