using System;

namespace CrmAddon.Plugins.Registration;

/// <summary>Binds a plug-in class to the custom API that it carries out.</summary>
/// <param name="uniqueName">The custom API's unique name, with the publisher's prefix.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class CustomApiAttribute(string uniqueName) : Attribute
{
    /// <summary>The custom API's unique name.</summary>
    public string UniqueName { get; } = uniqueName;
}
