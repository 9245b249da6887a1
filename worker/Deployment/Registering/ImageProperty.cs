namespace CrmAddon.Worker.Deployment.Registering;

/// <summary>Which parameter of a message an image is made of ("Define entity images" in the documentation).</summary>
internal static class ImageProperty
{
    public static string Of(string message) => message switch
    {
        "Create" => "Id",
        "CreateMultiple" => "Ids",
        "UpdateMultiple" => "Targets",
        "SetState" or "SetStateDynamicEntity" => "EntityMoniker",
        _ => "Target",
    };
}
