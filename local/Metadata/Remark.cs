namespace CrmAddon.Local.Metadata;

/// <summary>Something in a solution that loads but is not carried out here, or not wholly.</summary>
internal sealed record Remark(SourcePlace Place, string Text)
{
    public override string ToString() => $"{Place}: {Text}";
}
