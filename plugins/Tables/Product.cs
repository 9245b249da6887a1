namespace CrmAddon.Plugins.Tables;

/// <summary>A product of the price list.</summary>
internal static class Product
{
    public const string Table = "product";
    public const string Id = "productid";
    public const string Number = "productnumber";
}
