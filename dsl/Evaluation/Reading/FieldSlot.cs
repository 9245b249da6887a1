namespace CrmAddon.Rules.Evaluation;

/// <summary>A field that the program reads, and its place in <see cref="Facts.Fields"/>.</summary>
internal sealed class FieldSlot(int index, FieldDefinition definition)
{
    public int Index { get; } = index;

    public FieldDefinition Definition { get; } = definition;

    public string Path => Definition.Path;

    /// <summary>What the field belongs to: deal, customer, partner or registration.</summary>
    public string Subject { get; } = definition.Path.Substring(0, System.Math.Max(0, definition.Path.IndexOf('.')));

    public ref readonly FieldValue Read(Facts facts) => ref facts.Fields[Index];

    /// <summary>The value as the case gives it, or what an empty column is read as. A value of another type is none.</summary>
    public FieldValue OrWhenEmpty(in FieldValue given) =>
        given.IsKnown && Fits(given.Type) ? given : Definition.MayBeMissing ? default : Definition.WhenEmpty;

    private bool Fits(FieldType given) => Definition.Type switch
    {
        FieldType.Money or FieldType.Percent or FieldType.Number => given is FieldType.Number or FieldType.Money or FieldType.Percent,
        FieldType.Text or FieldType.Choice => given is FieldType.Text or FieldType.Choice,
        _ => given == Definition.Type,
    };
}
