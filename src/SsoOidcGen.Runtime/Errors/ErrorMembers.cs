namespace SsoOidcGen.Runtime;

/// <summary>The members of an error's body that hold its code, its message and the request's identifier, whatever the service calls them.</summary>
internal struct ErrorMembers
{
    /// <summary>The body is a whole object in the service's format.</summary>
    public bool IsObject;
    public string? Type;
    public string? Code;
    public string? Message;
    public string? RequestId;
    public string? Error;
    public string? ErrorDescription;
}
