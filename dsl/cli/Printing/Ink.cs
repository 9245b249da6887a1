namespace CrmAddon.Rules.Cli.Printing;

/// <summary>The colours, by the code that a terminal knows each by.</summary>
internal enum Ink
{
    Plain = 0,
    Strong = 1,
    Faint = 2,
    Red = 31,
    Green = 32,
    Yellow = 33,
    Cyan = 36,
}
