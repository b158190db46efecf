namespace SsoOidcGen.Runtime;

/// <summary>What is wrong with a message of an event stream.</summary>
public enum EventStreamError
{
    /// <summary>The stream ends inside a message.</summary>
    Truncated,

    /// <summary>The checksum of the message's first 8 bytes does not match.</summary>
    PreludeChecksum,

    /// <summary>The checksum of the whole message does not match.</summary>
    MessageChecksum,

    /// <summary>The message is shorter than its frame, or its payload is longer than 24 MiB.</summary>
    MessageLength,

    /// <summary>The headers are longer than the message or than 128 KiB.</summary>
    HeadersLength,

    /// <summary>A header ends before its value does, or its name is empty or too long.</summary>
    MalformedHeader,

    /// <summary>A header's value is of a type that the format does not know.</summary>
    HeaderType,

    /// <summary>Two headers have the same name.</summary>
    DuplicateHeader,

    /// <summary>The message does not say what it is, or its payload is not what the model says.</summary>
    Content,
}
