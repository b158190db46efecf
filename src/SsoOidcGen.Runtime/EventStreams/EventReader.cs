namespace SsoOidcGen.Runtime;

/// <summary>Turns a message into an event.</summary>
/// <typeparam name="TEvent">The union of the stream's events.</typeparam>
/// <param name="message">The message.</param>
public delegate TEvent EventReader<out TEvent>(EventMessage message);
