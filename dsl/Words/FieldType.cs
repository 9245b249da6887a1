namespace CrmAddon.Rules;

/// <summary>What a field of the vocabulary holds.</summary>
public enum FieldType
{
    /// <summary>An amount in the program's currency.</summary>
    Money,

    /// <summary>A share or rate; 15% is held as 0.15.</summary>
    Percent,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>Free text, compared character by character.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of a closed list of lower-case names.</summary>
    Choice,

    /// <summary>A partner, by key.</summary>
    Partner,
}
