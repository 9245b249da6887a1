namespace CrmAddon.Local.Registration;

/// <summary>The tables of plug-in registration.</summary>
internal static class RegistrationTables
{
    public const string Package = "pluginpackage";
    public const string Assembly = "pluginassembly";
    public const string Type = "plugintype";
    public const string Message = "sdkmessage";
    public const string Filter = "sdkmessagefilter";
    public const string Step = "sdkmessageprocessingstep";
    public const string Image = "sdkmessageprocessingstepimage";
    public const string SecureConfiguration = "sdkmessageprocessingstepsecureconfig";
    public const string CustomApi = "customapi";

    /// <summary>Whether rows of the table decide which steps and custom APIs run.</summary>
    public static bool Decides(string table) =>
        table is Package or Assembly or Type or Message or Filter or Step or Image or SecureConfiguration or CustomApi;

    /// <summary>Whether nobody may have steps on rows of the table: they would run while steps change.</summary>
    public static bool HasNoSteps(string table) => table != CustomApi && Decides(table);
}
